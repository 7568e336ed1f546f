package org.entente.broker.placement;

import java.util.List;
import java.util.Optional;
import org.entente.broker.placement.Candidate.Location;

/**
 * Where each site stands, as points on a sphere of the radius 1. Comparing straight lines through the earth orders sites as
 * the way over the ground does, and needs a square root only where a number is wanted.
 */
final class PositionColumns {
    private final double[] x;
    private final double[] y;
    private final double[] z;

    PositionColumns(List<PricedCandidate> sites) {
        x = new double[sites.size()];
        y = new double[sites.size()];
        z = new double[sites.size()];
        for (int site = 0; site < x.length; site++) {
            Optional<Location> location = sites.get(site).candidate().location();
            Point point = location.map(Point::of).orElse(Point.UNKNOWN);
            x[site] = point.x;
            y[site] = point.y;
            z[site] = point.z;
        }
    }

    /** A point on the sphere; not a number where nobody told. */
    record Point(double x, double y, double z) {
        static final Point UNKNOWN = new Point(Double.NaN, Double.NaN, Double.NaN);

        static Point of(Location location) {
            double latitude = StrictMath.toRadians(location.latitude().doubleValue());
            double longitude = StrictMath.toRadians(location.longitude().doubleValue());
            double ring = StrictMath.cos(latitude);
            return new Point(
                    ring * StrictMath.cos(longitude), ring * StrictMath.sin(longitude), StrictMath.sin(latitude));
        }
    }

    /** The square of the straight line from a site to a point, in radiuses; not a number where it is not known. */
    double squareTo(int site, Point point) {
        double east = x[site] - point.x;
        double north = y[site] - point.y;
        double up = z[site] - point.z;
        return east * east + north * north + up * up;
    }
}
