"""Column names in English, as data: names of each field, the likelier first."""

from __future__ import annotations

__all__ = ["NAMES"]

NAMES: dict[str, str] = {
    "id": "id code uid event_id_cnty incident_id incident_code strike_id event_code record_id"
    " data_id case_id ref reference event_id unique_ref_number incident_number event_number",
    "date": "date date_start start_date event_date strike_date incident_date attack_date"
    " date_of_event date_of_strike date_of_incident date_of_attack day when date_from from_date"
    " date_begin begin_date date_occurred occurred occurred_on occurred_at date_time datetime"
    " event_datetime incident_datetime date_local dates",
    "date_dmy": "date_dmy",
    "date_mdy": "date_mdy",
    "date_end": "date_end end_date date_to to_date date_until event_date_end",
    "year": "year yr event_year iyear yyyy",
    "month": "month event_month imonth mo mon mm",
    "day": "day event_day iday day_of_month dy dd",
    "date_precision": "date_precision time_precision date_prec date_accuracy",
    "time_local": "time_local time local_time hour time_of_day event_time incident_time",
    "place_text": "place_text place place_name location location_name loc_name loc_en placename"
    " place_of_incident place_of_event town village city locality settlement community"
    " place_reported location_reported where_coordinates town_name village_name city_name"
    " community_name site_name locality_name location_of_incident location_of_strike"
    " location_of_attack incident_location strike_location event_location populated_place"
    " adm4_name admin4_name admin4name_en adm4_en admin4 adm4 loc where neighbourhood"
    " neighborhood site area exact_location",
    "place_text_ar": "place_text_ar place_ar place_name_ar location_ar location_name_ar loc_ar"
    " name_ar town_ar village_ar city_ar community_ar community_name_ar settlement_ar"
    " locality_ar site_ar adm4_name_ar admin4_name_ar admin4name_ar adm4_ar place_arabic"
    " location_arabic town_arabic village_arabic city_arabic community_arabic name_arabic"
    " name_in_arabic place_in_arabic location_in_arabic arabic_name arabic_place arabic_location"
    " arabic_place_name",
    "governorate_text": "governorate_text governorate governate governorate_name gov admin1"
    " admin_1 adm1 adm_1 admin1_name admin1name_en admin1_name_en adm1_name adm1_en"
    " adm1_name_en province province_name muhafaza mohafaza mohafazat oblast wilaya provstate"
    " gov_name governorate_en governorates admin1_en province_en state_province"
    " adm1name oblast_name muhafazah state region prov provs",
    "adm2_text": "adm2_text admin2 admin_2 adm2 adm_2 admin2_name admin2name_en admin2_name_en"
    " adm2_name adm2_en adm2_name_en district district_name county raion rayon mantika qada caza",
    "adm3_text": "adm3_text admin3 admin_3 adm3 adm_3 admin3_name admin3name_en admin3_name_en"
    " adm3_name adm3_en adm3_name_en subdistrict sub_district subdistrict_name sub_district_name"
    " nahya nahia nahiya",
    "country": "country country_name country_txt nation admin0 adm0 admin_0 adm_0 admin0_name"
    " adm0_name adm0_en admin0name_en iso3 iso_3 iso country_iso country_iso3 iso3_code"
    " country_code country_code3 adm0_code admin0_code adm0_pcode admin0_pcode cntry"
    " cntry_name countries",
    "pcode": "pcode p_code pcodes adm1_pcode adm2_pcode adm3_pcode adm4_pcode admin1_pcode"
    " admin2_pcode admin3_pcode admin4_pcode adm1_code adm2_code adm3_code adm4_code admin1_code"
    " admin2_code admin3_code admin4_code governorate_pcode governorate_code gov_pcode gov_code"
    " district_pcode district_code subdistrict_pcode subdistrict_code sub_district_pcode"
    " sub_district_code community_pcode community_code location_pcode loc_pcode place_pcode"
    " neighbourhood_pcode neighborhood_pcode camp_pcode area_pcode",
    "lon": "lon lng long longitude x x_coord lon_dec longitude_x point_x coord_x longitude_dd"
    " longitude_decimal decimal_longitude xcoord gps_lon gps_longitude geo_lon geo_long lon_dd"
    " location_longitude location_lon location_lng point_longitude geopoint_longitude",
    "lat": "lat latitude y y_coord lat_dec latitude_y point_y coord_y latitude_dd latitude_decimal"
    " decimal_latitude ycoord gps_lat gps_latitude geo_lat lat_dd"
    " location_latitude location_lat point_latitude geopoint_latitude",
    "point": "point coordinates coordinate coords coord geolocation geo_location lat_lon latlon"
    " lat_long latlong lat_lng latlng latitude_longitude lon_lat long_lat lng_lat"
    " longitude_latitude gps gps_coordinates geo_coordinates location_coordinates geom"
    " geometry geom_wkt wkt the_geom geo_point mgrs map_link google_maps google_maps_link"
    " position positions gps_position gps_location geotag location_point"
    " latitude_and_longitude map_url",
    "precision": "precision geo_precision geo_precis where_prec geolocation_precision"
    " location_precision coordinate_precision coordinates_precision spatial_precision"
    " geoprecision geocode_precision location_accuracy geo_accuracy"
    " geolocation_accuracy accuracy location_certainty geolocation_certainty"
    " geocoding_accuracy geocode_accuracy coordinate_accuracy coordinates_accuracy"
    " point_accuracy",
    "uncertainty_km": "uncertainty_km radius_km uncertainty accuracy_km",
    "kind": "kind strike_type attack_type type_of_attack type_of_strike event_type"
    " sub_event_type incident_type type_of_incident type_of_event kind_of_attack"
    " kind_of_strike event_subtype sub_type subtype type category what_kind_of_attack"
    " means_of_attack"
    " method_of_attack mode_of_attack event_mode weapon_carried_used attack_method event_text"
    " event incident attack strike what folder layer",
    "not_strike": "not_strike",
    "munition": "munition munitions munition_type weapon_type_used munition_used",
    "weapon": "weapon weapons weapon_used weapons_used weapon_type aircraft launcher platform"
    " type_of_weapon weapon_name weapon_system",
    "actor": "actor actor1 actors perpetrator perpetrators attacker attackers belligerent"
    " suspected_belligerent who who_did_it by_whom carried_out_by blamed accused alleged_actor"
    " alleged_perpetrator responsible responsible_party belligerents suspected_belligerents"
    " suspected_actor suspected_perpetrator alleged_perpetrators alleged_actors"
    " responsible_actor killed_by actor_name reported_perpetrator reported_perpetrator_name"
    " perpetrator_name attributed_to blamed_on blame accused_party alleged_party"
    " suspected_party suspect",
    "attribution": "attribution",
    "event_status": "event_status",
    "target": "target targets target_description object_hit target_hit targeted",
    "target_kind": "target_kind target_type type_of_target",
    "outcome": "outcome",
    "killed": "killed deaths fatalities dead death_toll fatality kills nkill martyrs mortality"
    " kia people_killed",
    "civilians_killed": "civilians_killed civilian_deaths civilian_fatalities deaths_civilians"
    " civilians_dead civilian_killed civilian_dead killed_civilians killed_civilian"
    " fatalities_civilians civ_killed civilian_death_toll civ_deaths civ_fatalities killed_civ"
    " kia_civ civ_kia civilian_kia",
    "injured": "injured wounded injuries nwound hurt civilians_injured wia wia_civ civ_wia"
    " civilian_wia",
    "casualties": "casualties victims killed_or_injured killed_and_injured killed_or_wounded"
    " killed_and_wounded dead_and_injured",
    "strikes": "strikes airstrikes air_strikes air_raids airraids raids drone_strikes attacks",
    "source": "source sources src srcs claimant reported_by source_name source_office data_source"
    " information_source media_source news_source primary_source source_of_information",
    "outlet": "outlet publisher newspaper media media_outlet",
    "url": "url urls link links source_url source_link sources_url source_urls web_address href"
    " website post_url video_url tweet_url news_link news_url reference_url reference_link"
    " source_links",
    "archive_url": "archive_url archive archived_url archive_link archived_link",
    "media_url": "media_url media_urls media_link media_links image_url photo_url photo_link"
    " image_link footage_url footage_link",
    "media_archive_url": "media_archive_url archived_media_url media_archive",
    "media_sha256": "media_sha256 sha256 sha_256 sha256_hash sha256sum",
    "media_kind": "media_kind media_type",
    "geolocation_url": "geolocation_url geolocation_link geolocation_links",
    "title": "title headline source_headline titles headlines source_headlines source_title"
    " source_titles news_title article_title",
    "published": "published publication_date date_published published_date source_date"
    " report_date date_reported reported_date date_of_report date_of_publication"
    " publication_dates source_dates publish_date post_date date_posted posted_on"
    " date_of_source",
    "source_codes": "source_codes sheet",
    "note": "note notes comment comments remark remarks description descriptions summary details"
    " detail narrative event_description incident_description event_details incident_details"
    " event_summary incident_summary incident_description_en what_happened event_desc"
    " incident_desc synopsis story context_notes",
}
