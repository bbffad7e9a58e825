package dev.swarmha.engine.docker.transport;

import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.docker.transport.Transport.Patience;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Puts into words why no answer came, and what to do about it. */
record Trouble(Endpoint endpoint) {

  private static final String ELSEWHERE =
      "start Docker there or choose another endpoint with --host or DOCKER_HOST";

  private static final String CLIENT_REFUSED =
      "it does not accept the client certificate in --tlscert, DOCKER_CERT_PATH or the docker context";
  private static final Pattern REFUSING_ALERT =
      Pattern.compile("fatal alert: \\w*(certificate|unknown_ca)");

  /**
   * After waiting for so long.
   *
   * @param begun whether an answer had begun, which then went on for too long
   */
  EngineUnreachableException noAnswer(Call call, Patience waited, boolean begun) {
    String time = words(waited.time());
    return EngineUnreachableException.unanswered(
        "the Engine at "
            + endpoint
            + (begun ? " did not end its answer within " : " did not answer within ")
            + (waited.isWhatWasLeft() ? "the " + time + " that were left" : time)
            + doubt(call),
        null);
  }

  EngineUnreachableException explain(Call call, Throwable failure) {
    IOException cause = ioCause(failure);
    String words = String.valueOf(cause.getMessage());
    if (cause instanceof SshFailure ssh) {
      return sshFailed(call, ssh);
    }
    if (cause instanceof SSLException) {
      return tlsFailed(call, words, cause);
    }
    if (cause instanceof UnknownHostException) {
      return unreachable("unknown host; check the address in --host or DOCKER_HOST", cause);
    }
    if (words.contains("No such file")) {
      return unreachable("no such file; " + ELSEWHERE, cause);
    }
    if (words.contains("Permission denied")) {
      return unreachable(
          "permission denied; run this as root or as a member of the socket's group (usually"
              + " docker)",
          cause);
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return unreachable(connectReason(words) + "; " + ELSEWHERE, cause);
    }
    if (isConnectTimeout(cause)) {
      return unreachable("it did not accept a connection in time; " + ELSEWHERE, cause);
    }
    if (cause instanceof SocketTimeoutException) {
      return noAnswer(call, new Patience(call.timeout(), false), false);
    }
    // Some servers end a connection in the place of saying which certificate they miss.
    String advice = endpoint.tls().isPresent() ? "; perhaps " + CLIENT_REFUSED : "";
    return EngineUnreachableException.unanswered(
        "the Engine at " + endpoint + " broke off: " + oneLine(words) + advice + doubt(call),
        cause);
  }

  private EngineUnreachableException sshFailed(Call call, SshFailure ssh) {
    return ssh.isBeforeTheCall()
        ? unreachable(ssh.advised(), ssh)
        : EngineUnreachableException.unanswered(
            "the Engine at " + endpoint + " broke off: " + oneLine(ssh.advised()) + doubt(call),
            ssh);
  }

  /** A connection that is cut off is a TLS failure, too. */
  private EngineUnreachableException tlsFailed(Call call, String words, IOException cause) {
    String reason = "TLS failed: " + words + "; " + tlsAdvice(words);
    boolean isBeforeTheCall =
        cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException;
    return isBeforeTheCall || !call.isWrite()
        ? unreachable(reason, cause)
        : EngineUnreachableException.unanswered(
            "cannot reach the Engine at " + endpoint + ": " + oneLine(reason) + doubt(call), cause);
  }

  private EngineUnreachableException unreachable(String reason, IOException cause) {
    return new EngineUnreachableException(
        "cannot reach the Engine at " + endpoint + ": " + oneLine(reason), cause);
  }

  private static IOException ioCause(Throwable failure) {
    for (Throwable here = failure; here != null; here = here.getCause()) {
      if (here instanceof IOException found) {
        return found;
      }
    }
    if (failure instanceof RuntimeException bug) {
      throw bug;
    }
    throw new IllegalStateException(failure);
  }

  /** The HTTP client wraps the system's words: {@code Connect to URL failed: WORDS}. */
  private static String connectReason(String words) {
    return words
        .substring(words.lastIndexOf(": ") < 0 ? 0 : words.lastIndexOf(": ") + 2)
        .toLowerCase(Locale.ROOT);
  }

  private static boolean isConnectTimeout(IOException cause) {
    return cause.getClass().getSimpleName().equals("ConnectTimeoutException")
        || String.valueOf(cause.getMessage()).contains("Connect timed out");
  }

  private static String tlsAdvice(String words) {
    if (words.contains("Unsupported or unrecognized SSL message")) {
      return "the Engine does not speak TLS there";
    }
    if (REFUSING_ALERT.matcher(words).find()) {
      return CLIENT_REFUSED;
    }
    if (words.contains("doesn't match")) {
      return "its certificate is for other names: use one of those in --host or DOCKER_HOST, or give"
          + " the Engine a certificate that has this one";
    }
    if (words.contains("PKIX")) {
      return "its certificate is not signed by the authority in --tlscacert, DOCKER_CERT_PATH or the"
          + " docker context";
    }
    return "check --tlscacert, --tlscert and --tlskey, DOCKER_CERT_PATH, or the docker context";
  }

  private static String words(Duration time) {
    return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private static String doubt(Call call) {
    return call.isWrite() ? "; what was asked for may or may not have been done" : "";
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
