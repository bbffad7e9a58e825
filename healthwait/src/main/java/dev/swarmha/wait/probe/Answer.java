package dev.swarmha.wait.probe;

import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.time.DurationText;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What came back from one try, in words. */
record Answer(boolean passed, String words) {

  static Answer passed(String words) {
    return new Answer(true, words);
  }

  static Answer failed(String words) {
    return new Answer(false, words);
  }

  static Answer late(Duration limit) {
    return failed("no answer within " + DurationText.of(limit));
  }

  static Answer to(HealthProbe.Http probe, HttpResponse<String> response) {
    String where = response.uri().equals(probe.url()) ? "" : " at " + response.uri();
    String status = "HTTP " + response.statusCode() + where;
    if (!probe.status().contains(response.statusCode())) {
      return failed(status);
    }
    return probe
        .contains()
        .filter(text -> !response.body().contains(text))
        .map(text -> failed("body does not contain \"" + text + "\""))
        .orElseGet(() -> passed(status));
  }
}
