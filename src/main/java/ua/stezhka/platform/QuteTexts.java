package ua.stezhka.platform;

import io.quarkus.arc.Arc;
import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** Gives templates the texts of the interface, {@code {t:quiz.savedAt(time)}}, in the language of the page. */
class QuteTexts {
    void configure(@Observes EngineBuilder engine) {
        engine.addValueResolver(new OuterNames());
        engine.addTemplateInstanceInitializer(QuteTexts::takeLanguageOfRequest);
        engine.addNamespaceResolver(NamespaceResolver.builder("t")
                .resolve(context -> Texts.bundle(context.getName(), localeOf(context)))
                .build());
        engine.addValueResolver(ValueResolver.builder()
                .applyToBaseClass(Texts.class)
                .resolveAsync(QuteTexts::text)
                .build());
    }

    private static void takeLanguageOfRequest(TemplateInstance instance) {
        if (Arc.container().requestContext().isActive()) {
            instance.setLocale(Arc.container().instance(Frame.class).get().locale());
        }
    }

    private static CompletionStage<Object> text(EvalContext context) {
        Texts texts = (Texts) context.getBase();
        List<Expression> parameters = context.getParams();
        if (parameters.isEmpty()) {
            return CompletedStage.of(required(texts.text(context.getName()), context));
        }
        Object[] arguments = new Object[parameters.size()];
        CompletionStage<Object> done = CompletedStage.of("");
        for (int i = 0; i < arguments.length; i++) {
            int place = i;
            done = done.thenCompose(x -> context.evaluate(parameters.get(place)))
                    .thenApply(value -> arguments[place] = value);
        }
        return done.thenApply(x -> required(texts.text(context.getName(), arguments), context));
    }

    private static Object required(@org.jspecify.annotations.Nullable String text, EvalContext context) {
        if (text == null) {
            throw new IllegalArgumentException("no text " + context.getName());
        }
        return text;
    }

    private static Locale localeOf(EvalContext context) {
        return context.getAttribute(TemplateInstance.LOCALE) instanceof Locale locale ? locale : Languages.UK;
    }
}
