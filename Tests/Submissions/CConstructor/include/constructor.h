/* Makes the linker keep the constructor. */
void keep_constructor(void);
