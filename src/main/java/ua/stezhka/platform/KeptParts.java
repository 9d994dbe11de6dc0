package ua.stezhka.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Draws a part of a page once for each value of its key, {@code {#kept by=page.step}…{/kept}}, and keeps it, within a bound of memory.
 * The part may depend on nothing but its key, the language of the page and the community's card. Under test each kept part is drawn again every time it is
 * used, and a difference is a fault. With null for a key the part is drawn and not kept.
 */
@EngineConfiguration
@Singleton
public class KeptParts implements SectionHelperFactory<KeptParts.Part> {
    private static final String KEY = "by";
    private static final long MOST_CHARACTERS = 8_000_000;

    private final boolean mistrusting;
    private final Cache<Key, Drawn> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Key key, Drawn drawn) -> drawn.text.length() + 100)
            .build();

    public KeptParts() {
        this(LaunchMode.current() == LaunchMode.TEST);
    }

    KeptParts(boolean mistrusting) {
        this.mistrusting = mistrusting;
    }

    @Override
    public List<String> getDefaultAliases() {
        return List.of("kept");
    }

    @Override
    public ParametersInfo getParameters() {
        return ParametersInfo.builder().addParameter(KEY).build();
    }

    @Override
    public Scope initializeBlock(Scope outer, BlockInfo block) {
        if (block.isMainBlock()) {
            block.addExpression(KEY, block.getParameter(KEY));
        }
        return outer;
    }

    @Override
    public Part initialize(SectionInitContext context) {
        return new Part(context.getExpression(KEY), context.getOrigin().toString());
    }

    void forget(@Observes ContentChanged change) {
        kept.invalidateAll();
    }

    private record Key(Part part, @Nullable Object locale, Object by) {}

    /** A part as it was drawn. */
    private static final class Drawn extends ResultNode {
        private final String text;
        private final byte[] utf8;

        Drawn(ResultNode node) {
            StringBuilder drawing = new StringBuilder();
            node.process(drawing::append);
            text = drawing.toString();
            utf8 = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void process(Consumer<String> page) {
            if (page instanceof PageWriter writer) {
                writer.write(utf8);
            } else {
                page.accept(text);
            }
        }
    }

    /** One place of a template. */
    public final class Part implements SectionHelper {
        private final Expression by;
        private final String place;

        private Part(Expression by, String place) {
            this.by = by;
            this.place = place;
        }

        @Override
        public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
            return context.evaluate(by).thenCompose(key -> key == null ? context.execute() : draw(context, key));
        }

        private CompletionStage<ResultNode> draw(SectionResolutionContext context, Object by) {
            Object locale = context.resolutionContext().getAttribute(TemplateInstance.LOCALE);
            Key key = new Key(this, locale, by);
            Drawn known = kept.getIfPresent(key);
            if (known != null && !mistrusting) {
                return CompletedStage.of(known);
            }
            return context.execute().thenApply(node -> {
                Drawn drawn = new Drawn(node);
                if (known != null && !known.text.equals(drawn.text)) {
                    throw new TemplateException(place + ": what is kept depends on more than " + by + "\n" + known.text
                            + "\n" + drawn.text);
                }
                kept.put(key, drawn);
                return drawn;
            });
        }
    }
}
