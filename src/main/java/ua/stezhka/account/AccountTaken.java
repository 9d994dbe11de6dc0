package ua.stezhka.account;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import ua.stezhka.platform.Faults;

/** A name to sign in with, or an e-mail, that somebody else has already; nothing was written. */
public final class AccountTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String code;

    private AccountTaken(String field, String code) {
        super(code, null, false, false);
        this.field = field;
        this.code = code;
    }

    /** What a violated rule of the database means; any other failure goes on as it is. */
    static RuntimeException of(UnableToExecuteStatementException failure) {
        return switch (constraintOf(failure)) {
            case "login_name_taken" -> new AccountTaken("loginName", "account.login_name_taken");
            case "one_password_a_person" -> new AccountTaken("loginName", "account.login_name_taken");
            case "email_taken" -> new AccountTaken("email", "account.email_taken");
            default -> failure;
        };
    }

    public Faults tell(Faults faults) {
        faults.add(field, code);
        return faults;
    }

    private static String constraintOf(UnableToExecuteStatementException failure) {
        if (failure.getCause() instanceof PSQLException sql) {
            ServerErrorMessage message = sql.getServerErrorMessage();
            return message == null || message.getConstraint() == null ? "" : message.getConstraint();
        }
        return failure.getCause() instanceof SQLException other ? String.valueOf(other.getSQLState()) : "";
    }
}
