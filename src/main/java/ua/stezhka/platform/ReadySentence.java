package ua.stezhka.platform;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Tells the person who started Stezhka where it is, once it really answers there. */
@Singleton
class ReadySentence {
    private final PlatformConfig config;

    ReadySentence(PlatformConfig config) {
        this.config = config;
    }

    void tell(@ObservesAsync HttpServerStart started) {
        if (LaunchMode.current() == LaunchMode.TEST) {
            return;
        }
        String address =
                config.origin().orElse("http://localhost:" + started.options().getPort());
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println(Texts.get(Languages.UK, "start.running", address));
    }
}
