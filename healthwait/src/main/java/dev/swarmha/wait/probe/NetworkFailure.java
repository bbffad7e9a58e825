package dev.swarmha.wait.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why there was no answer, in words that are the same on every version of Java. */
final class NetworkFailure {

  private NetworkFailure() {}

  /** Reads a failure; what it was caused by tells more, where that is known. */
  static Answer answer(Throwable failure, Duration limit) {
    return innermostKnown(failure, limit).orElseGet(() -> Answer.failed(words(failure)));
  }

  private static Optional<Answer> innermostKnown(Throwable failure, Duration limit) {
    return Optional.ofNullable(failure.getCause())
        .flatMap(cause -> innermostKnown(cause, limit))
        .or(() -> known(failure, limit));
  }

  private static Optional<Answer> known(Throwable failure, Duration limit) {
    if (failure instanceof SocketTimeoutException || says(failure, "timed out")) {
      return Optional.of(Answer.late(limit));
    }
    if (failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException) {
      return Optional.of(Answer.failed("host not found"));
    }
    if (failure instanceof NoRouteToHostException) {
      return Optional.of(Answer.failed("no route to host"));
    }
    if (failure instanceof SSLException) {
      return Optional.of(Answer.failed("TLS failed: " + words(failure)));
    }
    if (says(failure, "received no bytes")) {
      return Optional.of(Answer.failed("connection closed without an answer"));
    }
    return failure instanceof ConnectException
        ? Optional.of(Answer.failed("connection refused"))
        : Optional.empty();
  }

  private static boolean says(Throwable failure, String words) {
    return failure instanceof IOException
        && failure.getMessage() != null
        && failure.getMessage().toLowerCase(Locale.ROOT).contains(words);
  }

  private static String words(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
