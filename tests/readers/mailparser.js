// nodemailer's mailparser (npm install mailparser).
const fs = require('fs');
const { simpleParser } = require('mailparser');

const latin1 = (octets) => octets.toString('latin1');

function answersOf(mail) {
  const header = (name) => {
    const value = mail.headers.get(name);
    return value === undefined ? null : value.value ? value.value : String(value);
  };
  const from = mail.from ? mail.from.value.map((each) => each.address) : [];
  const type = mail.headers.get('content-type');
  const texts = [mail.text, ...mail.attachments.map((each) => latin1(each.content))];
  return {
    from: from.filter((each) => each && each.includes('@')),
    subject: mail.subject === undefined ? null : mail.subject,
    words: mail.subject === undefined ? null : mail.subject,
    sender: mail.headers.get('sender') ? mail.headers.get('sender').text : null,
    'x-a': header('x-a'),
    // For a date that it cannot read it gives the time of reading.
    date: mail.headers.get('date') && Date.now() - mail.date > 60000 ? mail.date.getTime() / 1000 : null,
    type: type ? type.value : 'text/plain',
    name: mail.attachments.map((each) => each.filename).find((each) => each) || null,
    text: texts.filter((each) => each !== undefined),
  };
}

async function main() {
  console.log('nodemailer mailparser ' + require('mailparser/package.json').version);
  for (const path of process.argv.slice(2)) {
    let answers;
    try {
      answers = answersOf(await simpleParser(fs.readFileSync(path)));
    } catch (error) {
      const failed = { refused: error.name };
      answers = {};
      for (const each of ['from', 'subject', 'words', 'sender', 'x-a', 'date', 'type', 'name', 'text']) answers[each] = failed;
    }
    console.log(JSON.stringify(answers));
  }
}
main();
