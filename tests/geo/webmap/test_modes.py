"""The ways to show that Python offers are those of the scripts."""

from __future__ import annotations

from node_scripts import ask_node

from geo.webmap.payload.encode import MODES

WAYS = """const { KEPT, WAYS } = require('./modes/ways.js');
console.log(JSON.stringify(KEPT.map((name) => [name, Object.keys(WAYS[name].words)])));"""


def test_the_ways_to_show_are_those_of_the_scripts_in_their_order():
    assert [(name, tuple(values)) for name, values in ask_node(WAYS)] == list(MODES.items())
