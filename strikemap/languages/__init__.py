"""The catalogues of both doors: one gettext file a language (`ar.po` and so on), kept in step with
the code by `python -m tools.languages`, each read when it is first needed; and reasons, which
tables keep in English, said in a language.

Uses of the gazetteer its `language`, through which every room speaks.
"""
