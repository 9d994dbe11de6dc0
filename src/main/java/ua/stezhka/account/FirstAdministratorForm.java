package ua.stezhka.account;

import ua.stezhka.platform.Faults;

/** What the page of the first administrator shows; the code is the secret of the link. */
public record FirstAdministratorForm(String code, String name, String loginName, Faults faults) {}
