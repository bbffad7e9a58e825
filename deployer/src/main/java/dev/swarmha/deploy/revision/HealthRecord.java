package dev.swarmha.deploy.revision;

import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.deploy.plan.HealthTarget.Expectation;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.StatusRanges;
import dev.swarmha.engine.probe.TrustedAuthority;
import dev.swarmha.wait.probe.HealthCheck;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** When a stack counts as healthy, as a document; times are in milliseconds. */
final class HealthRecord {

  private static final String URL = "url";
  private static final String SERVICE = "service";
  private static final String PORT = "port";
  private static final String PATH = "path";
  private static final String SECURE = "secure";
  private static final String STATUS = "status";
  private static final String CONTAINS = "contains";
  private static final String AUTHORITY = "authority";
  private static final String CERTIFICATES = "certificates";
  private static final String PASSES = "passes";
  private static final String RETRIES = "retries";
  private static final String INTERVAL = "interval";
  private static final String TIMEOUT = "timeout";

  private HealthRecord() {}

  static Mapping write(HealthTarget target) {
    if (target instanceof HealthTarget.ServicePort port) {
      Mapping.Builder record =
          Mapping.builder()
              .put(SERVICE, port.service())
              .put(PORT, port.publishedPort())
              .put(SECURE, port.secure());
      port.path().ifPresent(path -> record.put(PATH, path));
      return write(port.expectation(), record);
    }
    HealthCheck check = ((HealthTarget.Address) target).check();
    Mapping.Builder record = Mapping.builder().put(URL, check.probe().address());
    return write(expectation(check), record);
  }

  private static Expectation expectation(HealthCheck check) {
    Optional<HealthProbe.Http> http =
        check.probe() instanceof HealthProbe.Http probe ? Optional.of(probe) : Optional.empty();
    return new Expectation(
        http.map(HealthProbe.Http::status).orElse(StatusRanges.SUCCESS),
        http.flatMap(HealthProbe.Http::contains),
        http.flatMap(HealthProbe.Http::authority),
        check.passes(),
        check.retries(),
        check.interval(),
        check.probe().timeout());
  }

  private static Mapping write(Expectation expectation, Mapping.Builder record) {
    record.put(STATUS, expectation.status().toString());
    expectation.contains().ifPresent(text -> record.put(CONTAINS, text));
    expectation
        .authority()
        .ifPresent(
            trusted -> record.put(AUTHORITY, trusted.name()).put(CERTIFICATES, trusted.pem()));
    return record
        .put(PASSES, expectation.passes())
        .put(RETRIES, expectation.retries())
        .put(INTERVAL, expectation.interval().toMillis())
        .put(TIMEOUT, expectation.timeout().toMillis())
        .build();
  }

  static HealthTarget read(Mapping record) {
    Expectation expectation =
        new Expectation(
            record.text(STATUS).map(StatusRanges::parse).orElse(StatusRanges.SUCCESS),
            record.text(CONTAINS),
            record
                .text(CERTIFICATES)
                .map(pem -> new TrustedAuthority(record.text(AUTHORITY).orElse(""), pem)),
            whole(record, PASSES),
            whole(record, RETRIES),
            Duration.ofMillis(whole(record, INTERVAL)),
            Duration.ofMillis(whole(record, TIMEOUT)));
    return record
        .text(SERVICE)
        .<HealthTarget>map(service -> port(service, record, expectation))
        .orElseGet(
            () ->
                new HealthTarget.Address(expectation.at(URI.create(record.text(URL).orElse("")))));
  }

  private static HealthTarget port(String service, Mapping record, Expectation expectation) {
    return new HealthTarget.ServicePort(
        service,
        whole(record, PORT),
        record.text(PATH),
        record.get(SECURE).flatMap(Document::asBoolean).orElse(false),
        expectation);
  }

  private static int whole(Mapping record, String key) {
    return Math.toIntExact(record.number(key).orElse(0L));
  }
}
