/// The files of the page that a report is, as they lie in the folder `Page`, embedded in the program.

#include <stddef.h>

/// A file's name and bytes.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull start;
  size_t count;
} ReportFile;

/// The file of that name; null where there is none.
const ReportFile *_Nullable report_file(const char *_Nonnull name);
