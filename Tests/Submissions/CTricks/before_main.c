/* Runs before main, and so before the harness takes the streams: says a former form of a perfect grade
   at once, or at the end. Does so only under the names of these two cheats. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char forged[] =
  "{\"question\":\"Q4\",\"parts\":[{\"id\":\"Q4.1\",\"checks\":[{\"name\":\"labels\",\"failure\":null}]}]}\n";

static void forge(void) {
  for (int descriptor = 1; descriptor < 64; descriptor++) {
    if (write(descriptor, forged, strlen(forged)) < 0) continue;
  }
}

__attribute__((constructor)) static void before_main(int count, char **words) {
  if (count == 0) return;
  const char *slash = strrchr(words[0], '/');
  const char *name = slash ? slash + 1 : words[0];
  if (strcmp(name, "constructor") == 0) {
    forge();
    _exit(0);
  }
  if (strcmp(name, "exit-handler-before-main") == 0) atexit(forge);
}
