/* As header.c, for C++17. */
#include <extradition.h>

int main(void)
{
    return exd_version()[0] != '\0' && exd_limit_default(EXD_LIMIT_DEPTH) != 0 ? 0 : 1;
}
