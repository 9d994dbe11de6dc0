package ua.stezhka.account;

import ua.stezhka.platform.Faults;

/**
 * What a person writes to get an account.
 *
 * @param name      name and surname: stands on certificates
 * @param loginName the name to sign in with; empty = the same name
 * @param password  8 to 200 characters of any kind
 * @param email     empty when there is none
 */
public record NewAccount(String name, String loginName, String password, String email) {
    private static final int LONGEST_NAME = 120;
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 200;

    public NewAccount {
        name = LoginName.clean(name);
        loginName = LoginName.clean(loginName);
        email = LoginName.clean(email);
    }

    public String signInName() {
        return loginName.isEmpty() ? name : loginName;
    }

    public Faults check(Faults faults) {
        checkName("name", name, faults);
        if (loginName.length() > LONGEST_NAME) {
            faults.add("loginName", "account.name_too_long");
        }
        checkPassword("password", password, faults);
        checkEmail("email", email, faults);
        if (faults.has("password")) {
            return faults;
        }
        if (password.equalsIgnoreCase(name) || (!loginName.isEmpty() && password.equalsIgnoreCase(loginName))) {
            faults.add("password", "account.password_is_the_name");
        }
        return faults;
    }

    public static Faults checkName(String field, String name, Faults faults) {
        if (name.codePoints().filter(Character::isLetter).count() < 2) {
            faults.add(field, "account.name_missing");
        } else if (name.length() > LONGEST_NAME) {
            faults.add(field, "account.name_too_long");
        }
        return faults;
    }

    public static void checkEmail(String field, String email, Faults faults) {
        if (!email.isEmpty()
                && (email.length() > 254 || !email.matches("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>.]{2,}"))) {
            faults.add(field, "account.email_malformed");
        }
    }

    /** The same where an address must be typed. */
    static void requireEmail(String field, String email, Faults faults) {
        if (email.isEmpty()) {
            faults.add(field, "account.email_missing");
        } else {
            checkEmail(field, email, faults);
        }
    }

    static void checkPassword(String field, String password, Faults faults) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD) {
            faults.add(field, "account.password_too_short");
        } else if (length > LONGEST_PASSWORD) {
            faults.add(field, "account.password_too_long");
        } else if (CommonPasswords.contains(password)) {
            faults.add(field, "account.password_common");
        }
    }
}
