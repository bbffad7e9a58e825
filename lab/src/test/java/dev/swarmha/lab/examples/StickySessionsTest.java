package dev.swarmha.lab.examples;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Observed;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What Traefik is told stands on the service; that a cookie keeps its word is shown by a HAProxy.
 */
@Lab
class StickySessionsTest {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String STICKY = "traefik.http.services.shop.loadbalancer.sticky.cookie";

  @Test
  void keepsAVisitorWithHisTaskAsLongAsItLives(LabSwarm lab) {
    Example example = Example.of(lab, "sticky-sessions", "debian/haproxy:12", "debian/nginx:12");
    example.tour();
    Mapping labels = Observed.of(lab).service("site_shop").spec().mapping("Labels");
    assertThat(labels.text(STICKY)).contains("true");
    assertThat(labels.text(STICKY + ".name")).contains("shop_task");
    String address = lab.address("m1");

    eventually(
        () -> assertThat(ask(address, "")).contains("set-cookie: shop_task=", "HttpOnly"), SOON);
    String first = ask(address, "");
    String cookie = first.replaceAll("(?s).*set-cookie: (shop_task=\\w+).*", "Cookie: $1\r\n");
    String task = body(first);
    assertThat(IntStream.range(0, 20).mapToObj(each -> body(ask(address, cookie))))
        .containsOnly(task);
    assertThat(IntStream.range(0, 20).mapToObj(each -> body(ask(address, ""))))
        .contains(task)
        .anyMatch(other -> !other.equals(task));
    String host = task.replace("shop on ", "");
    for (String node : lab.nodes()) {
      lab.exec(node, "sh", "-c", "docker kill " + host + " 2>/dev/null || true");
    }
    assertThat(ask(address, cookie)).contains("200 OK").doesNotContain(task);
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4).strip();
  }

  private static String ask(String address, String cookie) {
    try {
      return SteadyClient.ask(address, 8080, "/", cookie);
    } catch (IOException notYet) {
      throw new AssertionError("no answer: " + notYet.getMessage(), notYet);
    }
  }
}
