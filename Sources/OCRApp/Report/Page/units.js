"use strict";

{
  Parts.set("units", (report) => {});
}
