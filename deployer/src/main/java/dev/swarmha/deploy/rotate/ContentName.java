package dev.swarmha.deploy.rotate;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.document.Document;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The name of a secret or config that is derived from its content: the name that it would have
 * anyway, and a digest. The same content has the same name on every machine; the same content in
 * two stacks, or under two names, has not.
 */
final class ContentName {

  /**
   * Names are seen by everybody who reads a log, so trying out likely passwords must be dear. One
   * try takes about 0.1 s of one core; changing the count changes the names of all secrets.
   */
  private static final int ROUNDS = 300_000;

  private static final int DIGEST_BYTES = 5;

  /** swarmkit, {@code manager/controlapi/common.go}. */
  private static final int LONGEST_NAME = 64;

  /** Each a few hundred bytes, of which a long session has some hundreds. */
  private static final Map<Salted, byte[]> MADE = new ConcurrentHashMap<>();

  /** What a digest is made from. */
  private record Salted(String content, String salt) {}

  private ContentName() {}

  /** The name of this content, for a secret or config of a stack. */
  static String of(String stack, DesiredResource file, Payload content) {
    String plain = file.ref().name();
    // Swarm ignores a change of the template driver, so that asks for a new object as well.
    String context =
        String.join("\n", file.ref().kind().word(), stack, plain, templateDriver(file));
    byte[] digest =
        file.ref().kind() == ResourceKind.SECRET
            ? slowDigest(content, context)
            : digest(content, context);
    String suffix = "-" + HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
    int room = LONGEST_NAME - suffix.length();
    return plain.substring(0, Math.min(plain.length(), room)) + suffix;
  }

  private static String templateDriver(DesiredResource file) {
    return file.spec().at("Templating", "Name").flatMap(Document::asText).orElse("");
  }

  /** Made once for each content, since a shell deploys the same one again and again. */
  private static byte[] slowDigest(Payload content, String salt) {
    return MADE.computeIfAbsent(
        new Salted(content.digest(), salt), any -> makeSlowDigest(content, salt));
  }

  private static byte[] makeSlowDigest(Payload content, String salt) {
    // The digest stands for the content, since a key specification takes characters and not bytes.
    PBEKeySpec key =
        new PBEKeySpec(
            content.digest().toCharArray(),
            salt.getBytes(StandardCharsets.UTF_8),
            ROUNDS,
            DIGEST_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java runtime has PBKDF2", impossible);
    } finally {
      key.clearPassword();
    }
  }

  private static byte[] digest(Payload content, String context) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(context.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return digest.digest(content.bytes());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
