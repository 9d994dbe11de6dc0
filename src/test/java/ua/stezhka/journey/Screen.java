package ua.stezhka.journey;

/** What people hold in their hands or have on the table. */
enum Screen {
    PHONE(360, 740),
    DESKTOP(1280, 900);

    final int width;
    final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }
}
