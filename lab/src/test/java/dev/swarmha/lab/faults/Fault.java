package dev.swarmha.lab.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the fault matrix: something goes wrong, or seems to, and exit code, outcome, reason and
 * the live specs afterwards are as promised. {@code lab/test} prints the matrix's summary.
 */
@Test
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FaultRecord.class)
public @interface Fault {

  /** The scenario in a few words. */
  String value();
}
