package org.huizhu.identity.matter;

import java.util.List;
import org.huizhu.identity.certificate.RegistrationRequest;
import org.huizhu.identity.certificate.RegistrationRequest.ComponentPart;
import org.jspecify.annotations.Nullable;

/** What is sent, with nothing checked. {@code version} is the one the sender saw, unless If-Match says it. */
final class Requests {

    private Requests() {}

    /** Of exactly one: {@code residentId}, or an {@code applicant} who is registered with it. */
    record File(
            @Nullable String kind,
            @Nullable String residentId,
            @Nullable RegistrationRequest applicant,
            @Nullable List<@Nullable String> documents,
            @Nullable String remark,
            @Nullable String office,
            @Nullable String handTo,
            @Nullable Details details,
            @Nullable Assessment assessment,
            @Nullable String noticeUntil) {

        @Override
        public String toString() {
            return "File[" + kind + "]";
        }
    }

    record Details(
            @Nullable String reason,
            @Nullable String on,
            @Nullable String area,
            @Nullable Card certificate) {}

    /** A card that another district issued. */
    record Card(
            @Nullable String category,
            @Nullable Integer level,
            @Nullable List<@Nullable ComponentPart> components,
            @Nullable String issuedOn,
            @Nullable Integer lostCards) {}

    record Assessment(
            @Nullable Boolean disabled,
            @Nullable String assessedOn,
            @Nullable String category,
            @Nullable Integer level,
            @Nullable List<@Nullable ComponentPart> components,
            @Nullable String cause,
            @Nullable String note) {

        @Override
        public String toString() {
            return "Assessment[…]";
        }
    }

    record Act(@Nullable Long version, @Nullable String remark) {

        @Override
        public String toString() {
            return "Act[" + version + "]";
        }
    }

    record Resubmit(
            @Nullable Long version,
            @Nullable List<@Nullable String> documents,
            @Nullable String remark) {

        @Override
        public String toString() {
            return "Resubmit[" + version + "]";
        }
    }

    record Assign(
            @Nullable Long version,
            @Nullable String hospital,
            @Nullable String remark) {

        @Override
        public String toString() {
            return "Assign[" + version + "]";
        }
    }

    record PlanVisit(
            @Nullable Long version,
            @Nullable String hospital,
            @Nullable String day,
            @Nullable String team,
            @Nullable String remark) {

        @Override
        public String toString() {
            return "PlanVisit[" + version + "]";
        }
    }

    record EnterResult(@Nullable Long version, @Nullable Assessment assessment) {}

    record Review(
            @Nullable Long version,
            @Nullable String decision,
            @Nullable String remark) {

        @Override
        public String toString() {
            return "Review[" + version + "]";
        }
    }

    record Finding(
            @Nullable Long version,
            @Nullable String outcome,
            @Nullable Assessment assessment,
            @Nullable String remark) {

        @Override
        public String toString() {
            return "Finding[" + version + "]";
        }
    }
}
