package dev.swarmha.engine.docker.transport;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;

/**
 * What carries one call to an Engine. It may be closed by another thread at any time, which is what
 * ends a call that is under way.
 */
interface Line extends AutoCloseable {

  /** Long enough for a packet to be lost twice: the system tries again after 1 s and after 3 s. */
  Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Sends the call once; the answer's body is read from the line, which has to stay open. */
  Answer execute(Call call) throws IOException;

  /** How much longer than its call takes an answer may take, since there is no connection yet. */
  default Duration openingTime() {
    return Duration.ZERO;
  }

  @Override
  void close() throws IOException;

  /** The beginning of an answer, its body to be read. */
  record Answer(int status, Map<String, String> headers, InputStream body) {}

  /** Makes lines to one endpoint. Safe for use by several threads. */
  interface Source extends AutoCloseable {

    /**
     * A line for one call; nothing is sent yet.
     *
     * @param silence how long the answer may keep silent
     */
    Line line(Duration silence);

    /** Ends whatever is still under way. */
    @Override
    void close();
  }
}
