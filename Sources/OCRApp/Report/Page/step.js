"use strict";

{
  Parts.set("step", (report) => {});
}
