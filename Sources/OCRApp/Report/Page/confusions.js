"use strict";

{
  Parts.set("confusions", (report) => {});
}
