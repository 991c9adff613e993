"use strict";

{
  Parts.set("pad", (report) => {});
}
