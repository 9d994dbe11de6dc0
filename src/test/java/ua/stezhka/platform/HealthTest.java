package ua.stezhka.platform;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a proxy and a watchman may ask on the public port, and what they may not. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HealthTest {
    @Inject
    Jdbi jdbi;

    @Test
    void a_started_node_is_alive_and_ready() {
        get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("Database schema"));
    }

    @Test
    void a_node_before_an_old_schema_is_alive_but_not_ready() {
        try {
            rename("flyway_schema_history", "hidden_history");
            get("/q/health/ready").then().statusCode(503);
            get("/q/health/live").then().statusCode(200);
        } finally {
            rename("hidden_history", "flyway_schema_history");
        }
        get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void metrics_and_tools_are_not_public() {
        for (String path :
                new String[] {"/q/metrics", "/q/dev-ui", "/q/swagger-ui", "/q/health-ui", "/q/info", "/metrics"}) {
            given().accept("application/json").get(path).then().statusCode(404);
        }
    }

    private void rename(String from, String to) {
        jdbi.useHandle(handle -> handle.execute("alter table platform." + from + " rename to " + to));
    }
}
