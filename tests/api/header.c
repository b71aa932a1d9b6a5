/* The public header stands alone: it is the first and only thing here, in C99 and, through header.cpp, in C++17, with every warning an error. */
#include <extradition.h>

int main(void)
{
    return exd_version()[0] != '\0' && exd_limit_default(EXD_LIMIT_DEPTH) != 0 ? 0 : 1;
}
