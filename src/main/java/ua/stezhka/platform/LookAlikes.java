package ua.stezhka.platform;

import java.util.Locale;

/** Codes and numbers that people type: any case, with or without hyphens, letters that look like digits or like Latin ones. */
public final class LookAlikes {
    /** Latin letters that Crockford's Base 32 leaves out, then Cyrillic ones; below each what it is taken for. */
    private static final String TYPED =
            "OILU" + "\u0410\u0412\u0415\u0417\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0405\u0422\u0423\u0425";

    private static final String MEANT = "011V" + "ABE31JKMH0PCSTYX";

    private LookAlikes() {}

    /** The text in upper case with each look-alike replaced by what it stands for, without what only separates groups. */
    public static String read(String typed) {
        StringBuilder meant = new StringBuilder(typed.length());
        for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (!separates(c)) {
                int place = TYPED.indexOf(c);
                meant.append(place < 0 ? c : MEANT.charAt(place));
            }
        }
        return meant.toString();
    }

    private static boolean separates(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || Character.getType(c) == Character.FORMAT
                || "._№".indexOf(c) >= 0;
    }
}
