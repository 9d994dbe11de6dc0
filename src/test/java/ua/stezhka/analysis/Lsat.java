package ua.stezhka.analysis;

/**
 * Two sections of the Law School Admission Test, five questions and a thousand people each: R. D. Bock, M. Lieberman (1970),
 * “Fitting a response model for n dichotomously scored items”, Psychometrika 35. How often each of the 32 patterns came.
 */
final class Lsat {
    private static final int[] SECTION_6 = {
        3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28,
        298
    };
    private static final int[] SECTION_7 = {
        12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28, 7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18, 136, 32,
        308
    };

    private Lsat() {}

    static double[][] section6() {
        return people(SECTION_6);
    }

    static double[][] section7() {
        return people(SECTION_7);
    }

    private static double[][] people(int[] patterns) {
        double[][] people = new double[1000][5];
        int person = 0;
        for (int pattern = 0; pattern < patterns.length; pattern++) {
            for (int i = 0; i < patterns[pattern]; i++, person++) {
                for (int item = 0; item < 5; item++) {
                    people[person][item] = pattern >> (4 - item) & 1;
                }
            }
        }
        return people;
    }
}
