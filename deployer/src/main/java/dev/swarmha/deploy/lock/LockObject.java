package dev.swarmha.deploy.lock;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a lock stands in the swarm: a config whose name says which stack it is for, and whose labels
 * say who holds it. The token in them is known to its owner alone.
 */
final class LockObject {

  static final String STACK_LABEL = "dev.swarmha.lock";

  private static final String OWNER_LABEL = "dev.swarmha.lock.owner";
  private static final String REASON_LABEL = "dev.swarmha.lock.reason";
  private static final String SINCE_LABEL = "dev.swarmha.lock.since";
  private static final String LEASE_LABEL = "dev.swarmha.lock.lease";
  private static final String TOKEN_LABEL = "dev.swarmha.lock.token";

  private LockObject() {}

  static Mapping spec(String name, Mapping labels) {
    return Mapping.builder().put("Name", name).put("Labels", labels).build();
  }

  /** Swarm takes no config without data. */
  static Payload data(String stack) {
    String text = "Somebody is changing stack " + stack + "; see: swarmha status " + stack + "\n";
    return Payload.of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Mapping labels(LockHolder holder, String token) {
    Map<String, String> labels = new TreeMap<>();
    labels.put(STACK_LABEL, holder.stack());
    labels.put(OWNER_LABEL, holder.owner());
    labels.put(REASON_LABEL, holder.reason());
    labels.put(SINCE_LABEL, holder.since().toString());
    labels.put(LEASE_LABEL, holder.lease().text());
    labels.put(TOKEN_LABEL, token);
    return Mapping.ofTexts(labels);
  }

  static boolean isLock(Resource config) {
    return config.kind() == ResourceKind.CONFIG && config.labels().containsKey(STACK_LABEL);
  }

  static boolean isHeldWith(String token, Resource config) {
    return config.label(TOKEN_LABEL).filter(token::equals).isPresent();
  }

  /**
   * Who holds it.
   *
   * @throws EngineRefusedException when it is no lock but somebody's config of that name
   */
  static LockHolder holder(Resource config) {
    if (!isLock(config)) {
      throw new EngineRefusedException(
          "config "
              + config.name()
              + " is in the way: a lock is to have this name; remove it, or give it another");
    }
    Map<String, String> labels = config.labels();
    return new LockHolder(
        labels.getOrDefault(STACK_LABEL, ""),
        labels.getOrDefault(OWNER_LABEL, "somebody"),
        labels.getOrDefault(REASON_LABEL, "something"),
        instant(labels.getOrDefault(SINCE_LABEL, ""), config.createdAt()),
        config.updatedAt(),
        Lease.parse(labels.getOrDefault(LEASE_LABEL, "")));
  }

  private static Instant instant(String text, Instant otherwise) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException unreadable) {
      return otherwise;
    }
  }
}
