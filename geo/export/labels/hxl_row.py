"""HXL hashtags of the columns of both tables: the row under the header of a CSV.

Tags and attributes: the HXL core schema 1.1 (hxlstandard.org). Its validators take nothing but
dates under #date and nothing but numbers under #affected; #org is who helps, #group who fights.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["HXL_TAGS", "list_tags"]

HXL_TAGS = {
    "strike_id": "#event+id",
    "kind": "#event+type",
    "strikes_min": "#event+num+min",
    "strikes_max": "#event+num+max",
    "date_start": "#date+start",
    "date_end": "#date+end",
    "date_precision": "#meta+date+precision",
    "time_local": "#meta+time+local",
    "place_text": "#loc+name+original",
    "place_id": "#loc+code",
    "place_name": "#loc+name",
    "place_name_ar": "#loc+name+i_ar",
    "precision": "#geo+precision",
    "uncertainty_km": "#geo+radius+km",
    "location_status": "#geo+status",
    "lon": "#geo+lon",
    "lat": "#geo+lat",
    "adm1_code": "#adm1+code",
    "adm1_name": "#adm1+name",
    "adm2_code": "#adm2+code",
    "adm2_name": "#adm2+name",
    "adm3_code": "#adm3+code",
    "adm3_name": "#adm3+name",
    "country_text": "#country+name+original",
    "actor": "#group+name+alleged",
    "attribution": "#group+status+alleged",
    "event_status": "#event+status",
    "target": "#event+target+name",
    "target_kind": "#event+target+type",
    "outcome": "#event+outcome",
    "killed_min": "#affected+killed+min",
    "killed_max": "#affected+killed+max",
    "civilians_killed_min": "#affected+killed+civilians+min",
    "civilians_killed_max": "#affected+killed+civilians+max",
    "injured_min": "#affected+injured+min",
    "injured_max": "#affected+injured+max",
    "casualties_min": "#affected+casualties+min",
    "casualties_max": "#affected+casualties+max",
    "note": "#description",
    "source_count": "#meta+source+num",
    "claim_id": "#meta+id",
    "claimant": "#meta+source+name",
    "outlet": "#meta+source+outlet",
    "title": "#meta+title",
    "published": "#date+reported",
    "url": "#meta+url",
    "archive_url": "#meta+url+archive",
    "media_url": "#meta+url+media",
    "toll_text": "#description+toll",
    "toll_scope": "#meta+scope",
}


def list_tags(columns: Iterable[str]) -> list[str]:
    """Return a tag for each column, '' for one that has none."""
    return [HXL_TAGS.get(column, "") for column in columns]
