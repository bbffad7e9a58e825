package dev.swarmha.engine.docker.transport;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Wraps the key formats of old OpenSSL versions (PKCS #1 for RSA, SEC 1 for elliptic curves) in
 * PKCS #8, the only one that Java reads.
 */
final class Pkcs8 {

  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int CURVE = 0xA0;
  private static final byte[] VERSION = {INTEGER, 1, 0};
  private static final byte[] RSA_WITHOUT_PARAMETERS = {
    0x06, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 1, 1, 0x05, 0
  };
  private static final byte[] EC_PUBLIC_KEY = {
    0x06, 7, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1
  };

  private Pkcs8() {}

  static byte[] ofRsa(byte[] pkcs1) {
    return wrapped(RSA_WITHOUT_PARAMETERS, pkcs1);
  }

  /**
   * Takes the curve from the key itself.
   *
   * @throws IllegalArgumentException when the key does not name its curve
   */
  static byte[] ofEllipticCurve(byte[] sec1) {
    int end = sec1.length;
    int position = contentOf(sec1, 0);
    while (position < end) {
      int content = contentOf(sec1, position);
      int next = content + lengthAt(sec1, position);
      if ((sec1[position] & 0xFF) == CURVE) {
        byte[] curve = Arrays.copyOfRange(sec1, content, next);
        return wrapped(joined(EC_PUBLIC_KEY, curve), sec1);
      }
      position = next;
    }
    throw new IllegalArgumentException("the key names no curve");
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return tagged(
        SEQUENCE, joined(VERSION, tagged(SEQUENCE, algorithm), tagged(OCTET_STRING, key)));
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static int contentOf(byte[] der, int position) {
    int first = at(der, position + 1);
    return position + 2 + (first < 0x80 ? 0 : first & 0x7F);
  }

  private static int lengthAt(byte[] der, int position) {
    int first = at(der, position + 1);
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7F); i++) {
      length = (length << 8) | at(der, position + 2 + i);
    }
    return length;
  }

  private static int at(byte[] der, int position) {
    if (position >= der.length) {
      throw new IllegalArgumentException("the key ends too early");
    }
    return der[position] & 0xFF;
  }
}
