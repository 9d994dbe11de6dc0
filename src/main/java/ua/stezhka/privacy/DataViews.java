package ua.stezhka.privacy;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.PageOf;
import ua.stezhka.platform.PlatformConfig;

/** Puts requests and copies into the words of pages. */
@Singleton
class DataViews {
    private final DataRequests requests;
    private final DataExports exports;
    private final PlatformConfig config;
    private final Clock clock;
    private final Frame frame;

    DataViews(DataRequests requests, DataExports exports, PlatformConfig config, Clock clock, Frame frame) {
        this.requests = requests;
        this.exports = exports;
        this.config = config;
        this.clock = clock;
        this.frame = frame;
    }

    List<DataView.RequestRow> of(UUID personId) {
        return requests.of(personId).stream().map(this::row).toList();
    }

    PageOf<DataView.RequestRow> page(int number) {
        PageOf<DataRequest> page = requests.page(number);
        return new PageOf<>(page.rows().stream().map(this::row).toList(), page.number(), page.total(), page.size());
    }

    DataView.@Nullable Waiting waiting(UUID personId, UUID keeperId) {
        return exports.waiting(personId, keeperId)
                .map(copy -> new DataView.Waiting(
                        copy.id().toString(), Dates.longDateTime(copy.expiresAt(), config.zone(), frame.locale())))
                .orElse(null);
    }

    DataView.@Nullable RequestRow openErasure(UUID personId) {
        return requests.openErasure(personId).map(this::row).orElse(null);
    }

    private DataView.RequestRow row(DataRequest request) {
        ZoneId zone = config.zone();
        Instant ended = request.doneAt() == null ? request.cancelledAt() : request.doneAt();
        return new DataView.RequestRow(
                request.id().toString(),
                Objects.toString(request.personId(), ""),
                request.name(),
                request.kind(),
                request.way().equals("desk"),
                request.reason(),
                request.state(),
                Dates.date(request.askedAt(), zone),
                Dates.date(request.dueAt(), zone),
                request.eraseAt() == null ? "" : Dates.longDate(request.eraseAt(), zone, frame.locale()),
                Dates.date(ended, zone),
                Duration.between(clock.instant(), request.dueAt()).toDays());
    }
}
