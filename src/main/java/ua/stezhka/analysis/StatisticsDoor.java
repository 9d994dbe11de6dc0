package ua.stezhka.analysis;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import ua.stezhka.account.Permission;
import ua.stezhka.account.Visitor;

/** Whether a page may lead whoever looks to the statistics. */
@Named("statistics")
@RequestScoped
public class StatisticsDoor {
    private final Visitor visitor;

    StatisticsDoor(Visitor visitor) {
        this.visitor = visitor;
    }

    public boolean isOpen() {
        return visitor.may(Permission.SEE_STATISTICS);
    }
}
