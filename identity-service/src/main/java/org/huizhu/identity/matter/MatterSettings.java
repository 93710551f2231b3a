package org.huizhu.identity.matter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How certificate work is done.
 *
 * @param rules the dated parameters, a CSV file as the one that is shipped
 * @param calendarPoll how often to look whether the day's round was done; the first look is as long after the start
 */
@ConfigurationProperties("huizhu.certificate-matters")
record MatterSettings(
        @DefaultValue("classpath:certificate/certificate-rules.csv")
        Resource rules,

        @DefaultValue("10m") Duration calendarPoll) {}
