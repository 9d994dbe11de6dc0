package ua.stezhka.home;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.bank.QuestionReports;
import ua.stezhka.quiz.RegradeNews;

/** What others did that a person should know of: answers to reports, results that were looked at again. */
@Singleton
class MyNews {
    private final QuestionReports reports;
    private final RegradeNews regrades;

    MyNews(QuestionReports reports, RegradeNews regrades) {
        this.reports = reports;
        this.regrades = regrades;
    }

    /** News of the last weeks; nothing for a stranger. Three statements at most. */
    MyView.News of(Optional<UUID> personId, Locale locale) {
        return personId.map(person -> new MyView.News(
                        reports.answersTo(person, locale),
                        regrades.of(person, reports.shownSince(), locale).stream()
                                .map(news -> new MyView.NewScore(
                                        "/attempts/" + news.attempt() + "/result",
                                        news.title().in(locale),
                                        news.title().languageIn(locale),
                                        news.before(),
                                        news.after(),
                                        news.of(),
                                        news.passed()))
                                .toList()))
                .orElse(MyView.News.NONE);
    }
}
