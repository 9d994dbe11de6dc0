package ua.stezhka.platform;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Finds a name of the page from within loops and included parts by looking outwards, scope by scope. Qute finds the same, but asks
 * every resolver it has in every scope first: that was a third of the work of a page.
 */
final class OuterNames implements ValueResolver {
    private static final int BEFORE_ALL_OTHERS = 1000;
    /** What a page may leave out of its frame, see {@code platform/layout}. */
    private static final Set<String> OPTIONAL = Set.of("description", "staff", "bodyClass", "width");

    @Override
    public int getPriority() {
        return BEFORE_ALL_OTHERS;
    }

    @Override
    public boolean appliesTo(EvalContext context) {
        ResolutionContext scope = context.resolutionContext();
        return context.getBase() instanceof Mapper
                && scope != null
                && scope.getData() == context.getBase()
                && scope.getParent() != null
                && context.getParams().isEmpty();
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        return find(context.getName(), context.resolutionContext());
    }

    private static CompletionStage<Object> find(String name, ResolutionContext innermost) {
        for (ResolutionContext scope = innermost; scope != null; scope = scope.getParent()) {
            if (scope.getData() instanceof Mapper names) {
                CompletionStage<Object> found = names.appliesTo(name) ? names.getAsync(name) : Results.notFound();
                if (!(found instanceof CompletedStage<Object> known && Results.isNotFound(known.get()))) {
                    return found;
                }
            } else if (scope.getData() != null) {
                break;
            }
        }
        return OPTIONAL.contains(name) ? CompletedStage.ofNull() : Results.notFound(name);
    }
}
