#include "unit.h"

#include <stdbool.h>
#include <stdlib.h>

int main(void)
{
    SRunner *runner = srunner_create(NULL);
#define X(name) srunner_add_suite(runner, name##_suite());
    UNIT_SUITES(X)
#undef X
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    bool tap = srunner_has_tap(runner) != 0;
    srunner_free(runner);
    /* Under TAP the rows say what failed; a failing status on top of them would hide how many. */
    return failed == 0 || tap ? EXIT_SUCCESS : EXIT_FAILURE;
}
