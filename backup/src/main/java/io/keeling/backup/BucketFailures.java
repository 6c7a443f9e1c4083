package io.keeling.backup;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Explains failures of S3 in one line: what is wrong and what to do. From the server's answer it
 * takes only the status and the error code.
 */
final class BucketFailures {

  /** Longest error code that is shown: the longest of Amazon's has 47 letters. */
  private static final int LONGEST_CODE = 60;

  /** Says that somebody else has written the object meanwhile. */
  static final class ChangedException extends IOException {
    private static final long serialVersionUID = 1L;

    ChangedException(Throwable cause) {
      super("another keeling backup has written there in the meantime", cause);
    }
  }

  private BucketFailures() {}

  static IOException explain(SdkException failure, BucketAddress address) {
    if (failure instanceof AwsServiceException answer) {
      return explain(answer, address);
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String line = reason(cause);
      if (line != null) {
        return new IOException(line, failure);
      }
    }
    return new IOException("the request to S3 failed: " + failure.getMessage(), failure);
  }

  private static @Nullable String reason(Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return "there is no host %s; is AWS_ENDPOINT_URL_S3 right?".formatted(cause.getMessage());
    }
    if (cause instanceof ConnectException) {
      return "S3 refuses the connection; is AWS_ENDPOINT_URL_S3 right, and is the server up?";
    }
    if (cause instanceof SocketTimeoutException) {
      return "S3 did not answer in time";
    }
    // A broken connection causes different exceptions, depending on when it breaks.
    return cause instanceof IOException ? "the connection to S3 broke off" : null;
  }

  private static IOException explain(AwsServiceException answer, BucketAddress address) {
    int status = answer.statusCode();
    String code = code(answer);
    String said = "S3 answered " + status + (code.isEmpty() ? "" : " " + code);
    if (status == 412 || status == 409) {
      return new ChangedException(answer);
    }
    if (code.equals("NoSuchBucket")) {
      return new IOException("there is no bucket " + address.bucket(), answer);
    }
    if (status == 401 || status == 403) {
      return new IOException(
          said + ": the credentials are wrong, or lack s3:ListBucket, s3:GetObject or s3:PutObject",
          answer);
    }
    if (status == 301 || code.equals("AuthorizationHeaderMalformed")) {
      return new IOException(said + ": the bucket is in another region; set AWS_REGION", answer);
    }
    return new IOException(said, answer);
  }

  private static String code(AwsServiceException answer) {
    String code = answer.awsErrorDetails() == null ? null : answer.awsErrorDetails().errorCode();
    return code == null || code.length() > LONGEST_CODE || !code.matches("\\w+") ? "" : code;
  }
}
