/* Runs a fuzz target over the files of its corpus, as an ordinary test: without libFuzzer, on any compiler. */
#include "fuzz.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { INPUT_MOST = 1 << 20 };

static bool replay(const char *directory, const char *name)
{
    char path[4096];
    int written = snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *stream = written > 0 && (size_t)written < sizeof path ? fopen(path, "rb") : NULL;
    uint8_t *bytes = malloc(INPUT_MOST);
    size_t length = stream != NULL && bytes != NULL ? fread(bytes, 1, INPUT_MOST, stream) : 0;
    bool good = stream != NULL && bytes != NULL && LLVMFuzzerTestOneInput(bytes, length) == 0;
    if (stream != NULL)
        fclose(stream);
    free(bytes);
    return good;
}

int main(int count, char **words)
{
    DIR *directory = count == 2 ? opendir(words[1]) : NULL;
    int inputs = 0, failed = 0;
    if (directory == NULL)
        return EXIT_FAILURE;
    for (const struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory)) {
        if (entry->d_name[0] == '.')
            continue;
        inputs++;
        failed += !replay(words[1], entry->d_name);
    }
    closedir(directory);
    printf("%d inputs, %d failed\n", inputs, failed);
    return inputs > 0 && failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
