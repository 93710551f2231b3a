package org.huizhu.local.platform;

/** Is told what the platform is doing, from several threads. */
public interface Progress {

    /** Something of the part begins; said again when it goes over to something else. */
    void doing(String part, String what);

    /** The part is where it should be. */
    void done(String part, String what);

    /** Tells nobody. */
    Progress SILENT = new Progress() {
        @Override
        public void doing(String part, String what) {}

        @Override
        public void done(String part, String what) {}
    };
}
