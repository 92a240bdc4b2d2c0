"""What columns are called in the wild, as data: fields, their meanings, and names in tables."""

from __future__ import annotations

__all__ = ["ASIDE", "BOUNDS", "FIELDS", "FREE_TEXT", "NAMES", "SEVERAL"]

# What a column may be read as, with the words a person chooses by.
FIELDS: dict[str, str] = {
    "id": "id of the row at its source",
    "date": "date, month, year or range",
    "date_dmy": "date, day before month",
    "date_mdy": "date, month before day",
    "date_end": "last day",
    "year": "year, where the date is in three columns",
    "month": "month, where the date is in three columns",
    "day": "day, where the date is in three columns",
    "date_precision": "how sharp the date is",
    "time_local": "local time",
    "place_text": "place",
    "governorate_text": "governorate",
    "adm2_text": "district",
    "adm3_text": "subdistrict",
    "country": "country",
    "pcode": "P-code of the area or place",
    "lon": "longitude",
    "lat": "latitude",
    "point": "latitude and longitude in one cell",
    "precision": "how sharp the point is",
    "uncertainty_km": "radius in km",
    "kind": "what struck",
    "not_strike": "why the row is no strike",
    "strikes": "strikes that the row stands for",
    "strikes_min": "strikes, lower bound",
    "strikes_max": "strikes, upper bound",
    "munition": "munition",
    "weapon": "aircraft or launcher",
    "actor": "actor",
    "attribution": "standing of the actor",
    "event_status": "standing of the event",
    "target": "target",
    "target_kind": "kind of target",
    "outcome": "outcome",
    "killed": "killed, a number or a range",
    "killed_min": "killed, lower bound",
    "killed_max": "killed, upper bound",
    "civilians_killed": "civilians killed",
    "civilians_killed_min": "civilians killed, lower bound",
    "civilians_killed_max": "civilians killed, upper bound",
    "injured": "injured",
    "injured_min": "injured, lower bound",
    "injured_max": "injured, upper bound",
    "casualties": "killed or injured together",
    "casualties_min": "killed or injured, lower bound",
    "casualties_max": "killed or injured, upper bound",
    "source": "source",
    "outlet": "outlet of the source",
    "url": "address of the source",
    "archive_url": "address of an archived copy",
    "title": "headline of the source",
    "published": "day of publication",
    "source_codes": "the publisher's own codes",
    "note": "note",
}
# Fields that several columns may have: each makes a claim of its own.
SEVERAL = ("source", "url", "pcode", "note")

# Names as tables write them, normalised; for a field with several candidates the first wins.
NAMES: dict[str, str] = {
    "id": "id code uid event_id_cnty incident_id incident_code strike_id event_code record_id"
    " data_id case_id ref reference event_id unique_ref_number",
    "date": "date date_start start_date event_date strike_date incident_date attack_date"
    " date_of_event date_of_strike date_of_incident day when التاريخ تاريخ تاريخ_الحادث",
    "date_dmy": "date_dmy",
    "date_mdy": "date_mdy",
    "date_end": "date_end end_date",
    "date_precision": "date_precision time_precision date_prec",
    "time_local": "time_local time local_time hour time_of_day الوقت الساعة",
    "place_text": "place_text place place_name location location_name loc_name loc_en town village"
    " city locality settlement community place_reported location_reported where_coordinates"
    " neighbourhood neighborhood site area المكان الموقع البلدة القرية المدينة المنطقة loc_ar",
    "governorate_text": "governorate_text governorate governate admin1 admin_1 adm1 adm_1"
    " admin1_name admin1name_en adm1_name adm1_en admin1_name_en province muhafaza mohafaza state"
    " region المحافظة محافظة",
    "lon": "lon lng long longitude x x_coord lon_dec longitude_x point_x coord_x خط_الطول",
    "lat": "lat latitude y y_coord lat_dec latitude_y point_y coord_y خط_العرض",
    "precision": "precision geo_precision where_prec geolocation_precision location_precision"
    " coordinate_precision spatial_precision geoprecision",
    "uncertainty_km": "uncertainty_km radius_km uncertainty accuracy_km",
    "kind": "kind strike_type attack_type type_of_attack type_of_strike sub_event_type event_type"
    " incident_type type نوع نوع_الهجوم",
    "munition": "munition munitions munition_type weapon_type_used munition_used ذخيرة",
    "weapon": "weapon weapons weapon_used weapon_type aircraft launcher السلاح",
    "actor": "actor actor1 actors perpetrator perpetrators attacker attackers belligerent"
    " suspected_belligerent who who_did_it by_whom carried_out_by blamed accused"
    " alleged_actor alleged_perpetrator responsible responsible_party"
    " الفاعل الجهة المسؤول",
    "attribution": "attribution",
    "event_status": "event_status",
    "target": "target targets target_description object_hit الهدف",
    "target_kind": "target_kind target_type type_of_target",
    "outcome": "outcome",
    "killed": "killed deaths fatalities dead death_toll killed_total total_killed total_deaths"
    " number_killed people_killed fatality قتلى القتلى عدد_القتلى",
    "civilians_killed": "civilians_killed civilian_deaths civilian_fatalities deaths_civilians"
    " civilians_dead civilian_killed",
    "injured": "injured wounded injuries total_injured number_injured people_injured"
    " civilians_injured جرحى الجرحى",
    "casualties": "casualties total_casualties victims killed_or_injured ضحايا",
    "source": "source sources claimant reported_by source_name source_office data_source المصدر"
    " مصدر",
    "outlet": "outlet publisher newspaper media media_outlet",
    "url": "url urls link links source_url source_link sources_url source_urls web_address href"
    " website post_url video_url tweet_url الرابط رابط",
    "archive_url": "archive_url archive archived_url archive_link archived_link",
    "title": "title headline source_headline العنوان",
    "published": "published publication_date date_published published_date source_date",
    "note": "note notes comment comments remarks description summary ملاحظات",
}
# Words beside a name that change nothing of what its column means.
ASIDE = {"total", "reported", "as_reported", "estimated", "text", "name", "english", "arabic",
          "en", "ar", "optional", "decimal", "decimal_degrees", "degrees", "deg", "wgs84",
          "wgs_84", "dd", "n", "e", "people", "persons", "number"}  # fmt: skip
# Columns of these hold text of any sort, so that a part of their name may be passed over.
FREE_TEXT = {"place_text", "governorate_text", "actor", "target", "munition", "weapon", "kind",
              "date", "date_end", "time_local", "source", "url", "title", "note",
              "outlet"}  # fmt: skip
# Words before or after a toll's name, for its bounds.
BOUNDS = {"min": "min minimum low lowest at_least", "max": "max maximum high highest at_most"}
