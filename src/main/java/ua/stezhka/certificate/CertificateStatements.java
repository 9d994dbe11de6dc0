package ua.stezhka.certificate;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import ua.stezhka.xapi.ActivityType;
import ua.stezhka.xapi.Context;
import ua.stezhka.xapi.Statement;
import ua.stezhka.xapi.Statements;
import ua.stezhka.xapi.Verbs;

/** Tells the record store of earned certificates, under a pseudonym; the number stays out of it. */
@Singleton
class CertificateStatements {
    private final Statements statements;

    CertificateStatements(Statements statements) {
        this.statements = statements;
    }

    void earned(@Observes CertificateIssued event) {
        statements.store(List.of(Statement.of(
                        "certificate/" + event.certificateId() + "/earned",
                        statements.agent(event.actorId()),
                        Verbs.EARNED,
                        statements.activity(
                                ActivityType.CERTIFICATE,
                                "courses/" + event.revision().slug() + "/certificate",
                                event.revision().title()),
                        event.at())
                .with(Context.of(event.enrolmentId())
                        .parent(statements.activity(
                                ActivityType.COURSE,
                                "courses/" + event.revision().slug(),
                                event.revision().title())))));
    }
}
