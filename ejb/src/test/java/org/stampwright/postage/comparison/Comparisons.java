package org.stampwright.postage.comparison;

/** The result of a comparison of the authority's heads with the database, set by a test. */
public final class Comparisons {

    public boolean verified = true;
    public boolean stopped;

    public HeadComparison comparison() {
        return new HeadComparison() {
            @Override
            public boolean isVerified() {
                return verified;
            }

            @Override
            public boolean run() {
                return verified;
            }
        };
    }

    public SellingStop stop() {
        return new SellingStop() {
            @Override
            public boolean isStopped() {
                return stopped;
            }
        };
    }
}
