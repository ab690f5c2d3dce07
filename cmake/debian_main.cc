// Clang 22 calls a program's entry `__main_argc_argv`, Emscripten 3.1.6 looks for `main`.
extern "C" int program(int, char**) __asm__("__main_argc_argv");
extern "C" int entry(int count, char** arguments) __asm__("main");

int entry(int count, char** arguments) { return program(count, arguments); }
