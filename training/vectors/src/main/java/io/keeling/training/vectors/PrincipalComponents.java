package io.keeling.training.vectors;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** The directions in which vectors differ most. Immutable; threads may share it. */
final class PrincipalComponents {

  private final RealMatrix directions;

  /** Finds so many directions, the first the one in which they differ most. */
  PrincipalComponents(List<float[]> vectors, int count) {
    double[] mean = mean(vectors);
    double[][] covariance = new double[mean.length][mean.length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += (vector[i] - mean[i]) * (vector[j] - mean[j]);
        }
      }
    }
    for (int i = 0; i < mean.length; i++) {
      for (int j = 0; j < i; j++) {
        covariance[j][i] = covariance[i][j];
      }
    }
    // Of a symmetric matrix the eigenvectors come by falling eigenvalue.
    directions =
        new EigenDecomposition(new Array2DRowRealMatrix(covariance, false))
            .getV()
            .getSubMatrix(0, mean.length - 1, 0, count - 1);
  }

  static double[] mean(List<float[]> vectors) {
    double[] mean = new double[vectors.get(0).length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  /** A vector along the directions found. */
  double[] along(double[] vector) {
    return directions.preMultiply(vector);
  }
}
