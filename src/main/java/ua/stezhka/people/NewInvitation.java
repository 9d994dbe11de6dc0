package ua.stezhka.people;

import java.util.List;
import java.util.UUID;
import ua.stezhka.account.LoginName;
import ua.stezhka.account.NewAccount;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.platform.Faults;

/**
 * Who is to be invited.
 *
 * @param id        made with the form, so that a second press is the same invitation
 * @param name      name and surname
 * @param loginName the name to sign in with; empty = the same name, or what the invited chooses
 * @param email     empty when there is none
 * @param grants    roles that the invited gets
 */
record NewInvitation(UUID id, String name, String loginName, String email, List<RoleGrant> grants) {
    private static final int LONGEST_NAME = 120;

    NewInvitation {
        name = LoginName.clean(name);
        loginName = LoginName.clean(loginName);
        email = LoginName.clean(email);
        grants = List.copyOf(grants);
    }

    Faults check(Faults faults) {
        NewAccount.checkName("name", name, faults);
        if (loginName.length() > LONGEST_NAME) {
            faults.add("loginName", "account.name_too_long");
        }
        NewAccount.checkEmail("email", email, faults);
        return faults;
    }

    String loginKey() {
        return LoginName.key(loginName);
    }

    String emailKey() {
        return LoginName.key(email);
    }
}
