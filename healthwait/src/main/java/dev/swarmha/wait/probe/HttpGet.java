package dev.swarmha.wait.probe;

import dev.swarmha.engine.probe.HealthProbe;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets a URL and, as far as redirects lead on, others. The probe's timeout covers everything from
 * the name look-up to the end of the last body.
 */
final class HttpGet {

  private final InstantSource clock;
  private final HttpClients clients = new HttpClients();

  HttpGet(InstantSource clock) {
    this.clock = clock;
  }

  Answer ask(HealthProbe.Http probe) throws InterruptedException {
    Instant end = clock.instant().plus(probe.timeout());
    try {
      HttpResponse<String> response = get(probe, probe.url(), end);
      for (int followed = 0; followed < Redirect.MOST; followed++) {
        Optional<Redirect> redirect = Redirect.of(probe, response);
        if (redirect.isEmpty() || !redirect.get().mayBeFollowed()) {
          break;
        }
        response = get(probe, redirect.get().to(), end);
      }
      HttpResponse<String> last = response;
      return Redirect.of(probe, last)
          .map(Redirect::refusal)
          .orElseGet(() -> Answer.to(probe, last));
    } catch (TimeoutException late) {
      return Answer.late(probe.timeout());
    } catch (ExecutionException failed) {
      return CertificateFailure.answer(failed, probe)
          .orElseGet(() -> NetworkFailure.answer(failed, probe.timeout()));
    } catch (IllegalArgumentException unusable) {
      return Answer.failed(String.valueOf(unusable.getMessage()));
    }
  }

  private HttpResponse<String> get(HealthProbe.Http probe, URI url, Instant end)
      throws InterruptedException, ExecutionException, TimeoutException {
    HttpRequest request = HttpRequest.newBuilder(url).header("User-Agent", "swarmha").build();
    CompletableFuture<HttpResponse<String>> asked =
        clients.trusting(probe.authority()).sendAsync(request, head -> new BodyStart());
    try {
      Duration left = Duration.between(clock.instant(), end);
      return asked.get(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
    } finally {
      asked.cancel(true);
    }
  }
}
