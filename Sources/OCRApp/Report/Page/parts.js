"use strict";

/** The parts of the page: the id of a section, and what brings it to life, given the report. */
const Parts = new Map();
