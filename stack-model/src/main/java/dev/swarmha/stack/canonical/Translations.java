package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.LooseScalar;
import dev.swarmha.stack.value.ByteSize;
import dev.swarmha.stack.value.RestartPolicySyntax;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the compose specification says of containers, said of services instead: the keys go, and
 * what they mean stands under {@code deploy}, {@code volumes}, {@code labels} or {@code networks}.
 * That is done when all files are one, so that a later file can change or take back what an earlier
 * one says in the same words.
 */
final class Translations {

  private static final DocumentPath LIMITS = DocumentPath.of("deploy", "resources", "limits");
  private static final DocumentPath RESERVED =
      DocumentPath.of("deploy", "resources", "reservations", "memory");
  private static final DocumentPath REPLICAS = DocumentPath.of("deploy", "replicas");
  private static final DocumentPath RESTART = DocumentPath.of("deploy", "restart_policy");
  private static final String RESTART_KEY = "restart";
  private static final String UNLIMITED = "unlimited";

  /**
   * One key's value somewhere else; if something stands there already, it must mean the same.
   *
   * @param form what is put there; empty where nothing need be
   * @param meaning what of a value is compared
   */
  private record Move(
      String key,
      DocumentPath to,
      Function<Document, Optional<Document>> form,
      Function<Document, Object> meaning) {}

  private static final List<Move> MOVES =
      List.of(
          new Move("mem_limit", LIMITS.child("memory"), Translations::text, Translations::bytes),
          new Move("mem_reservation", RESERVED, Translations::text, Translations::bytes),
          new Move("cpus", LIMITS.child("cpus"), Translations::text, Translations::number),
          new Move("pids_limit", LIMITS.child("pids"), Translations::limit, Translations::limited),
          new Move("scale", REPLICAS, Optional::of, Translations::number));

  private final TmpfsTranslation tmpfs = new TmpfsTranslation();
  private final LabelFiles labelFiles;
  private final EngineNetworks networks;
  private final Diagnostics problems;

  Translations(Diagnostics problems) {
    this.labelFiles = new LabelFiles(problems);
    this.networks = new EngineNetworks(problems);
    this.problems = problems;
  }

  /** A merged file in its long form with nothing left in it that is translated. */
  Mapping apply(Mapping merged) {
    return networks.apply(
        merged.map(
            (section, entries) ->
                section.equals("services") && entries instanceof Mapping services
                    ? services.map((name, one) -> service(DocumentPath.of(section, name), one))
                    : entries));
  }

  private Document service(DocumentPath path, Document document) {
    Mapping service = document.asMapping().orElse(Mapping.empty());
    for (Move move : MOVES) {
      service = moved(path, service, move);
    }
    return tmpfs.apply(labelFiles.apply(path, withRestartPolicy(service)));
  }

  private Mapping moved(DocumentPath path, Mapping service, Move move) {
    Optional<Document> value = service.get(move.key());
    if (value.isEmpty()) {
      return service;
    }
    Mapping rest = service.without(move.key());
    Object meant = move.meaning().apply(value.get());
    Optional<Document> there = rest.at(move.to());
    if (there.isPresent() && !move.meaning().apply(there.get()).equals(meant)) {
      Origin other = there.get().origin();
      String place = other.isKnown() ? ", at " + other : "";
      String message = "\"" + move.to() + "\" says something else" + place + "; write it once";
      DocumentPath key = path.child(move.key());
      problems.add(Diagnostic.error("conflict", service.keyOrigin(move.key()), key, message));
    }
    return there.isPresent()
        ? rest
        : move.form().apply(value.get()).map(form -> rest.withAt(move.to(), form)).orElse(rest);
  }

  private static Optional<Document> text(Document value) {
    return Optional.of(LooseScalar.TEXT.read(value));
  }

  /** No limit is written as 0 or -1, and as nothing at all for Swarm. */
  private static Optional<Document> limit(Document value) {
    return limited(value).equals(UNLIMITED) ? Optional.empty() : Optional.of(value);
  }

  private static Object limited(Document value) {
    return number(value) instanceof BigDecimal limit && limit.signum() <= 0
        ? UNLIMITED
        : number(value);
  }

  private static Object bytes(Document document) {
    return ByteSize.parse(document.toString()).bytes();
  }

  /** A number however it is written; what is none stands for itself. */
  private static Object number(Document document) {
    try {
      return new BigDecimal(document.toString()).stripTrailingZeros();
    } catch (NumberFormatException text) {
      return document.toString();
    }
  }

  /** A policy that is written out counts, whatever stands beside it. */
  private static Mapping withRestartPolicy(Mapping service) {
    Optional<Document> written = service.get(RESTART_KEY);
    Mapping rest = service.without(RESTART_KEY);
    return written
        .filter(value -> rest.at(RESTART).isEmpty())
        .map(value -> rest.withAt(RESTART, restartPolicy(value)))
        .orElse(rest);
  }

  /** Never to start again is a policy here, and not the absence of one. */
  private static Document restartPolicy(Document written) {
    Map<String, Document> policy = new LinkedHashMap<>();
    Optional<RestartPolicySyntax.Policy> parsed =
        RestartPolicySyntax.parse(written.asText().orElse(""));
    String condition = parsed.map(RestartPolicySyntax.Policy::condition).orElse("none");
    policy.put("condition", Document.text(condition).withOrigin(written.origin()));
    parsed
        .map(RestartPolicySyntax.Policy::maxAttempts)
        .ifPresent(
            attempts ->
                attempts.ifPresent(count -> policy.put("max_attempts", Document.number(count))));
    return Mapping.of(policy).withOrigin(written.origin());
  }
}
