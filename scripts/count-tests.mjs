// From the reports of the tools to numbers. A tool that fails without saying which test is one failure: nothing broken counts as passed.

export const countTool = (exitCode) => (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

export function countVitest(report, exitCode) {
  if (!report) return { passed: 0, failed: 1 }
  // A file that could not be loaded has no tests in it.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  )
  return atLeastOne({ passed: report.numPassedTests, failed: report.numFailedTests + broken.length }, exitCode)
}

export function countPlaywright(report, exitCode) {
  if (!report) return { passed: 0, failed: 1 }
  const { expected, flaky, unexpected } = report.stats
  return atLeastOne({ passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0) }, exitCode)
}

export const sum = (counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
})

const atLeastOne = ({ passed, failed }, exitCode) => ({ passed, failed: exitCode !== 0 ? Math.max(1, failed) : failed })
