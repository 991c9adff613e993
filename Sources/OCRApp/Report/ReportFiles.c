#include "ReportFiles.h"

#include <string.h>

// C23's #embed takes a file as it is and costs the compiler nothing, where an array literal in Swift
// takes minutes. Both build systems see when one of the files has changed.
// teacher
//
// What stands between `teacher` and `end` a starter has not: its page has no scripts of its own, and
// holds no answer.
// end

static const unsigned char page_html[] = {
#embed "Page/page.html"
};
static const unsigned char page_css[] = {
#embed "Page/page.css"
};
static const unsigned char check_css[] = {
#embed "Page/check.css"
};
static const unsigned char parts_js[] = {
#embed "Page/parts.js"
};
static const unsigned char draw_js[] = {
#embed "Page/draw.js"
};
static const unsigned char theme_js[] = {
#embed "Page/theme.js"
};
static const unsigned char main_js[] = {
#embed "Page/main.js"
};
// teacher
static const unsigned char curves_html[] = {
#embed "Page/curves.html"
};
static const unsigned char curves_css[] = {
#embed "Page/curves.css"
};
static const unsigned char confusions_html[] = {
#embed "Page/confusions.html"
};
static const unsigned char confusions_css[] = {
#embed "Page/confusions.css"
};
static const unsigned char units_html[] = {
#embed "Page/units.html"
};
static const unsigned char units_css[] = {
#embed "Page/units.css"
};
static const unsigned char pad_html[] = {
#embed "Page/pad.html"
};
static const unsigned char pad_css[] = {
#embed "Page/pad.css"
};
static const unsigned char step_html[] = {
#embed "Page/step.html"
};
static const unsigned char step_css[] = {
#embed "Page/step.css"
};
static const unsigned char twin_js[] = {
#embed "Page/twin.js"
};
static const unsigned char data_js[] = {
#embed "Page/data.js"
};
static const unsigned char work_js[] = {
#embed "Page/work.js"
};
static const unsigned char readings_js[] = {
#embed "Page/readings.js"
};
static const unsigned char curves_js[] = {
#embed "Page/curves.js"
};
static const unsigned char reliability_js[] = {
#embed "Page/reliability.js"
};
static const unsigned char confusions_js[] = {
#embed "Page/confusions.js"
};
static const unsigned char units_js[] = {
#embed "Page/units.js"
};
static const unsigned char pad_ink_js[] = {
#embed "Page/pad-ink.js"
};
static const unsigned char pad_layers_js[] = {
#embed "Page/pad-layers.js"
};
static const unsigned char pad_js[] = {
#embed "Page/pad.js"
};
static const unsigned char registers_js[] = {
#embed "Page/registers.js"
};
static const unsigned char cells_js[] = {
#embed "Page/cells.js"
};
static const unsigned char differences_js[] = {
#embed "Page/differences.js"
};
static const unsigned char changes_js[] = {
#embed "Page/changes.js"
};
static const unsigned char lines_js[] = {
#embed "Page/lines.js"
};
static const unsigned char listdrawing_js[] = {
#embed "Page/listdrawing.js"
};
static const unsigned char step_js[] = {
#embed "Page/step.js"
};
// end

#define FILE(name, array) {name, array, sizeof array}

static const ReportFile files[] = {
  FILE("page.html", page_html),
  FILE("page.css", page_css),
  FILE("check.css", check_css),
  FILE("parts.js", parts_js),
  FILE("draw.js", draw_js),
  FILE("theme.js", theme_js),
  FILE("main.js", main_js),
  // teacher
  FILE("curves.html", curves_html),
  FILE("curves.css", curves_css),
  FILE("confusions.html", confusions_html),
  FILE("confusions.css", confusions_css),
  FILE("units.html", units_html),
  FILE("units.css", units_css),
  FILE("pad.html", pad_html),
  FILE("pad.css", pad_css),
  FILE("step.html", step_html),
  FILE("step.css", step_css),
  FILE("twin.js", twin_js),
  FILE("data.js", data_js),
  FILE("work.js", work_js),
  FILE("readings.js", readings_js),
  FILE("curves.js", curves_js),
  FILE("reliability.js", reliability_js),
  FILE("confusions.js", confusions_js),
  FILE("units.js", units_js),
  FILE("pad-ink.js", pad_ink_js),
  FILE("pad-layers.js", pad_layers_js),
  FILE("pad.js", pad_js),
  FILE("registers.js", registers_js),
  FILE("cells.js", cells_js),
  FILE("differences.js", differences_js),
  FILE("changes.js", changes_js),
  FILE("lines.js", lines_js),
  FILE("listdrawing.js", listdrawing_js),
  FILE("step.js", step_js),
  // end
};

const ReportFile *report_file(const char *name) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    if (strcmp(files[i].name, name) == 0) return &files[i];
  }
  return NULL;
}
