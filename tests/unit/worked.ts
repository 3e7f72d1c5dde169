/** The processor time of this thread, in microseconds: other work on the machine does not count. */
export const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return user + system;
};
